"""The pages of docs/ that follow from the code and the assets, a module for each."""

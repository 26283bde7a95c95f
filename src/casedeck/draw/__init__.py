"""Pages to bytes. Nothing here decides where or whether anything stands."""

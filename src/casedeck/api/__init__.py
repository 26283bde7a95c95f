"""What can be done with casedeck, for any front end."""

"""Case studies to spreadsheets and back."""

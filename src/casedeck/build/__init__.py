"""From a deck file to documents and PDFs."""

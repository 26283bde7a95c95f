"""What a deck can print: each print item makes documents."""

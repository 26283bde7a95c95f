"""Reading files into models. Any bytes at all become a model or a DeckError, nothing else."""

"""Everything in the assets folder that decks are made from, read into models. Any bytes at all become a model
or a DeckError.
"""

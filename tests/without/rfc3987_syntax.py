"""Stands before a grammar that takes seconds to load, for a format that no notebook's schema has: whoever asks for it does without."""

raise ImportError

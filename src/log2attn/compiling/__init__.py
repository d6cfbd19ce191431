"""A lesson becomes notebooks: read the text and its answers, compile, fill the toolbox."""

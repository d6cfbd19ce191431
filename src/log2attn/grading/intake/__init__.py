"""What was handed in, read strictly and matched to the source: whose cell is whose."""

"""Jobs: what a verb of the command line does. One job never imports another."""

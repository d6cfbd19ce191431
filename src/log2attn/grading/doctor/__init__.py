"""The doctor: attacks this computer's own sandbox, harmlessly, and looks from outside whether it held."""

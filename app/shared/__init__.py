"""The ground every feature stands on; it knows none of them."""

"""The practice block's room: its script (what is said), its page and its state."""

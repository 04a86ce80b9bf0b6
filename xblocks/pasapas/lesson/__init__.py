"""The lesson block's room: its script (what is shown and said), its page and its state."""

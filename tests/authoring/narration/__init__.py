"""Sound: the tests speak with the real voice."""

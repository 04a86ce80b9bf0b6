"""The workshop host, with a toy block and with the real lessons."""

"""What `pasapas check` looks at, finds and says."""

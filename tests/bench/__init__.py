"""What a lesson weighs and how long it takes: measured, and set beside a floor and peers."""

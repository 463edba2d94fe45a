"""What is stale and why, rendering, writing; the only floor that writes documents."""

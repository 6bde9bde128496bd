"""What a user typed becomes a plan."""

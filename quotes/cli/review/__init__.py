"""`quotes review`: statements one after another in the terminal."""

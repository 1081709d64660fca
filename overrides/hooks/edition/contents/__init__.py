"""What the views show, drawn from the model."""

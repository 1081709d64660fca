"""What must hold in what people write, one generator of problems a rule."""

"""What people who take part see on their own phone."""

"""What follows the feed to drive devices without a screen."""

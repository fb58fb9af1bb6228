"""What a clerk sees beside the console: the line, the windows beside, the day, the devices."""

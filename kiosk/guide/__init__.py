"""The guide's tablet: who signs in here issues for others, looks for tickets, and sees every zone."""

"""What turns text into a WAV file, through pyttsx3, which the speech process alone loads (docs/adr/0006)."""

"""The whole hall on one machine: core, kiosk, caller, boards, voice, and every device on a simulated line."""

"""The whole hall on one machine: core, kiosk, caller, boards, simulated printer and voice."""

"""The second level of the console: every act of the rules that has no key of its own."""

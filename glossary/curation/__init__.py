"""What a curator asks of the shipped entries, beyond what every entry must keep to."""

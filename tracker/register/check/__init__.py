"""What is doubtful in a register that can be read: warnings and notes, with their codes."""

"""预算管理一体化: its exports come in by mapped columns and go out again in their order."""

"""What the cooperatives earn and own, quarter after quarter, in whole rupiah."""

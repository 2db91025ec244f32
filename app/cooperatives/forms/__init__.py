"""What the dinas types about cooperatives."""

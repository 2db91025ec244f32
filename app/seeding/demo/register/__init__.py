"""Who is there: areas, cooperatives, officers, people who sign in."""

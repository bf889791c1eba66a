SELECT department, year, count(*) AS forms, sum(total) // count(total) * 0.01 AS average_points,
  min(total) * 0.01 AS lowest_points, sum(budget) // 1000000 AS budget_wan_yuan
FROM forms
GROUP BY department, year
ORDER BY average_points DESC, department, year

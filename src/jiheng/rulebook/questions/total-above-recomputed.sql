SELECT unit, project, year, total * 0.01 AS points, high * 0.01 AS highest_by_rule,
  (total - high) * 0.01 AS points_above, budget // 1000000 AS budget_wan_yuan, form
FROM forms
WHERE total > high
ORDER BY total - high DESC, form

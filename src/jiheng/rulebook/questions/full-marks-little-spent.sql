SELECT unit, project, year, total * 0.01 AS points, 100 * executed // budget AS percent_spent,
  budget // 1000000 AS budget_wan_yuan, form
FROM forms
WHERE total >= 9000 AND budget > 0 AND executed * 2 < budget
ORDER BY budget DESC, form

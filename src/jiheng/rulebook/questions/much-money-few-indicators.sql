WITH counted AS (SELECT form, count(*) AS indicators FROM indicators GROUP BY form)
SELECT unit, project, year, budget // 1000000 AS budget_wan_yuan,
  coalesce(indicators, 0) AS indicators, forms.form
FROM forms LEFT JOIN counted ON counted.form = forms.form
WHERE budget >= 100000000 AND coalesce(indicators, 0) < 6
ORDER BY budget DESC, forms.form

SELECT name, per, forms.year, count(*) AS forms, min(cost) * 0.01 AS lowest_yuan,
  max(cost) * 0.01 AS highest_yuan, max(cost) // min(cost) AS times,
  arg_max(forms.unit, cost) AS highest_at
FROM unit_costs JOIN forms ON forms.form = unit_costs.form
WHERE cost > 0
GROUP BY name, per, forms.year
HAVING count(*) > 1
ORDER BY times DESC, name, forms.year

SELECT actual, count(*) AS rows_with_it, count(DISTINCT forms.unit) AS units
FROM indicators JOIN forms ON forms.form = indicators.form
WHERE actual IS NOT NULL AND (level1 LIKE '%满意度%' OR level2 LIKE '%满意度%')
GROUP BY actual
ORDER BY rows_with_it DESC, actual

SELECT forms.unit, forms.project, forms.year, indicators.name, indicators.target,
  indicators.actual, (weight - score) * 0.01 AS points_lost, indicators.form
FROM indicators JOIN forms ON forms.form = indicators.form
WHERE score < weight AND (reason IS NULL OR trim(reason) = '')
ORDER BY weight - score DESC, indicators.form, indicators.number

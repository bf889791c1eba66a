SELECT forms.unit, count(*) AS texts, count(DISTINCT copies.form) AS forms,
  count(DISTINCT copies.number) AS different_texts, min(copies.contained) AS least_percent_alike
FROM copies JOIN forms ON forms.form = copies.form
WHERE copies.kind = 'copied-text'
GROUP BY forms.unit
ORDER BY texts DESC, forms.unit

WITH told AS (
  SELECT form, count(*) FILTER (WHERE severity = 'error') AS errors,
    count(*) FILTER (WHERE severity = 'warning') AS doubts
  FROM findings WHERE counts = 1 GROUP BY form
)
SELECT unit, count(*) AS forms, coalesce(sum(errors), 0) AS errors,
  coalesce(sum(doubts), 0) AS doubts,
  100 * (coalesce(sum(errors), 0) + coalesce(sum(doubts), 0)) // count(*) AS per_hundred_forms
FROM forms LEFT JOIN told ON told.form = forms.form
GROUP BY unit
ORDER BY per_hundred_forms DESC, unit

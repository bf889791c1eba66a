SELECT department, year, count(*) FILTER (WHERE total >= 9000 AND total < 9100) AS from_90_to_91,
  count(*) FILTER (WHERE total >= 8900 AND total < 9000) AS from_89_to_90
FROM forms
WHERE total >= 8900 AND total < 9100
GROUP BY department, year
ORDER BY from_90_to_91 DESC, department, year

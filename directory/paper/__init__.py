"""The list as it leaves the portal: the branch's own workbook, and the PDF."""

@echo off
rem Installs Jiheng without a network: install.cmd [-Prefix DIR] [-Data DIR] [-Python PATH]
powershell.exe -NoProfile -ExecutionPolicy Bypass -File "%~dp0install.ps1" %*
exit /b %ERRORLEVEL%

# 安装绩衡，不用网络。Installs Jiheng without a network.
param(
    [string]$Prefix = "$env:ProgramData\Jiheng",
    [string]$Data = "$env:ProgramData\Jiheng\data",
    [string]$Python = ""
)
$ErrorActionPreference = "Stop"
$Here = Split-Path -Parent $MyInvocation.MyCommand.Path

function Stop-Here([string]$Chinese, [string]$English) {
    Write-Host $Chinese
    Write-Host $English
    exit 2
}

$Told = Get-Content (Join-Path $Here "PLATFORM")
$Machine = $Told[0]; $Version = $Told[1]; $Pythons = $Told[2].Split(" ")
if ($env:PROCESSOR_ARCHITECTURE -ne $Machine) {
    Stop-Here "这个安装包是给 Windows $Machine 的，本机是 $env:PROCESSOR_ARCHITECTURE。" `
        "This bundle is for Windows $Machine; this is $env:PROCESSOR_ARCHITECTURE."
}

foreach ($Line in Get-Content (Join-Path $Here "SHA256SUMS")) {
    $Sum, $Name = $Line -split "  ", 2
    $Real = (Get-FileHash -Algorithm SHA256 -LiteralPath (Join-Path $Here $Name)).Hash
    if ($Real -ne $Sum) {
        Stop-Here "安装包与发出时不同：$Name。请重新拷贝。" "The bundle is not as it was made: $Name. Copy it again."
    }
}

function Get-Version([string[]]$Command) {
    try { & $Command[0] $Command[1..9] -c "import sys; print('%d.%d' % sys.version_info[:2])" 2>$null }
    catch { "" }
}

$Candidates = @()
if ($Python) { $Candidates += , @($Python) }
else {
    foreach ($Each in ($Pythons | Sort-Object -Descending)) { $Candidates += , @("py", "-$Each") }
    $Candidates += , @("python")
}
$Chosen = $null
foreach ($Each in $Candidates) {
    $Found = Get-Version $Each
    if ($Found -and $Pythons -contains $Found) { $Chosen = $Each; break }
}
if (-not $Chosen) {
    Stop-Here "没有找到 Python（可用：$Pythons）。请先安装 64 位的 Python，或用 -Python 指明 python.exe。" `
        "No Python was found (any of: $Pythons). Install a 64-bit Python, or name python.exe with -Python."
}

Write-Host "用 Python $Found 安装绩衡 $Version 到 $Prefix\$Version"
Write-Host "Installing Jiheng $Version with Python $Found into $Prefix\$Version"
New-Item -ItemType Directory -Force -Path $Prefix | Out-Null
& $Chosen[0] $Chosen[1..9] -m venv --clear "$Prefix\$Version"
if ($LASTEXITCODE) { Stop-Here "建不了虚拟环境。" "The virtual environment could not be made." }
& "$Prefix\$Version\Scripts\python.exe" -m pip --disable-pip-version-check --no-cache-dir --isolated install `
    --quiet --no-index --find-links (Join-Path $Here "wheels") --only-binary :all: --require-hashes `
    -r (Join-Path $Here "requirements-$Found.txt")
if ($LASTEXITCODE) { Stop-Here "依赖包没有装好，原来的版本没有动。" "The packages could not be installed; the old version stands." }

# Only the administrators and the system may look into the data.
New-Item -ItemType Directory -Force -Path $Data | Out-Null
icacls $Data /inheritance:r /grant:r "*S-1-5-18:(OI)(CI)F" "*S-1-5-32-544:(OI)(CI)F" | Out-Null
$Start = "@echo off`r`nset PYTHONUTF8=1`r`n`"$Prefix\$Version\Scripts\jiheng.exe`" serve --data `"$Data`" %*`r`n"
[IO.File]::WriteAllText("$Prefix\start.cmd", $Start, [Text.Encoding]::Default)
Write-Host "已安装。启动：$Prefix\start.cmd；开机自动启动见 README.md。"
Write-Host "Installed. To start it: $Prefix\start.cmd; README.md says how to start it with the machine."

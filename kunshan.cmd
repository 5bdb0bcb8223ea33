@echo off
rem Runs Kunshan.Audio on Windows with the .NET SDK: builds the program once, looks for ffmpeg, starts it.
setlocal
set "root=%~dp0"
set "bin=%root%src\Kunshan.Audio.Cli\bin\launch"
where dotnet >nul 2>nul
if errorlevel 1 (
  echo kunshan: the .NET SDK 10 is missing. Type: winget install Microsoft.DotNet.SDK.10 1>&2
  exit /b 4
)
powershell -NoProfile -Command "$s='%bin%\.built'; if (-not (Test-Path $s)) { exit 1 }; $t=(Get-Item $s).LastWriteTimeUtc; $n=Get-ChildItem '%root%src' -Recurse -File | Where-Object { $_.FullName -notmatch '\\(bin|obj)\\' -and $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1; if ($n) { exit 1 } else { exit 0 }"
if errorlevel 1 (
  echo kunshan: building ^(once; about half a minute^) ... 1>&2
  dotnet publish "%root%src\Kunshan.Audio.Cli" -c Release -o "%bin%" --nologo -v quiet 1>&2
  if errorlevel 1 (
    echo kunshan: the build failed ^(above^). Mend what it names, then start again. 1>&2
    exit /b 4
  )
  type nul > "%bin%\.built"
)
if "%~1"=="build" if "%KUNSHAN_FFMPEG%"=="" (
  where ffmpeg >nul 2>nul
  if errorlevel 1 (
    echo kunshan: ffmpeg is missing. Type: winget install Gyan.FFmpeg 1>&2
    exit /b 4
  )
)
if "%KUNSHAN_VOICES%"=="" set "KUNSHAN_VOICES=%root%voices"
dotnet "%bin%\kunshan.dll" %*
exit /b %errorlevel%

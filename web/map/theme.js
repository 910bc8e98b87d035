/** Whether the map is to be dark. @param {'light'|'dark'|'auto'} theme */
export function isDark(theme) {
    return theme === 'dark' || (theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
}

declare module 'virtual:assets' {
  export const assets: { residentScript: string; deskScript: string; deskStyle: string }
}
